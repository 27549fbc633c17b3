export * from './rows';
export * from './write';
export * from './moments';
export * from './sqlite';
