import { Portal } from './portal';
import { Postgres } from './postgres';
import { Finding } from './report';

/** What the questions share: asked for only when needed, made only once. */
export interface BenchmarkContext {
  /** How many entities the large catalog has. */
  entities: number;
  /** The least number of rounds of what is quick; slow things run fewer. */
  rounds: number;
  /** A new and empty PostgreSQL. */
  postgres(): Promise<Postgres>;
  /** The backend with the large catalog. */
  portal(): Promise<Portal & { seed: number }>;
  /** A loopback port that nothing of ours listens on. */
  port(): number;
  /** A folder for files; that of an earlier run, with what it left, when the loaded catalog is kept. */
  folder(name: string): Promise<string>;
  /** Progress, for the person who waits. */
  say(line: string): void;
}

/** One question that the docs answer with numbers. */
export interface Question {
  /** The name for `--only`. */
  name: string;
  title: string;
  run(context: BenchmarkContext): Promise<Finding[]>;
}
