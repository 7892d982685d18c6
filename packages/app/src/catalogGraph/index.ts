export { catalogGraphModule } from './module';
