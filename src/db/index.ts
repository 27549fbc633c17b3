export * from './ask';
export * from './rows';
export * from './write';
export * from './moments';
