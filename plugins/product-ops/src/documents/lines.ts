// The lines that empty states teach. They are YAML and Markdown, the same in every language.

export const OWNER_LINES = `spec:
  owner: group:payments`;

export const ROLE_LINES = `spec:
  roles:
    productManager: user:jo
    operations: group:sre`;

export const ROLE_ANNOTATION_LINES = `metadata:
  annotations:
    productops.io/tech-lead: user:sam
    productops.io/operations: group:sre`;

export const GOAL_LINES = `spec:
  goals:
    - id: conversion
      title: Raise checkout conversion
      metric:
        name: conversion
        unit: '%'
        baseline: 61
        target: 70
        current: 64
      due: 2027-03-31`;

export const RECOVERY_LINES = `spec:
  tier: 1
  recovery: { rto: PT1H, rpo: PT15M }`;

export const RECOVERY_ANNOTATION_LINES = `metadata:
  annotations:
    productops.io/tier: '1'
    productops.io/rto: PT1H
    productops.io/rpo: PT15M`;

export const PARTS_LINES = `spec:
  parts: [system:checkout, component:cart]`;

export const PRODUCT_LINES = `apiVersion: productops.io/v1alpha1
kind: Product
metadata:
  name: checkout
  title: Checkout
  description: Takes a basket to a paid order.
spec:
  type: customer-facing
  lifecycle: live
  owner: group:payments`;

export const ROADMAP_ANNOTATION_LINES = `metadata:
  annotations:
    productops.io/roadmap: roadmap.yaml`;

export const ROADMAP_LINES = `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - id: one-tap
    title: One-tap checkout
    status: planned
    horizon: next
    category: feature`;

export const RUNBOOKS_ANNOTATION_LINES = `metadata:
  annotations:
    productops.io/runbooks: runbooks/`;

export const RUNBOOK_LINES = `---
type: incident
alerts: [CheckoutLatencyHigh]
reviewEvery: P6M
---
# Fail over the payment gateway

1. Confirm that the primary gateway is failing.
2. Switch traffic to the standby.
3. Check that orders settle.`;
