export * from './WhoAnswers';
