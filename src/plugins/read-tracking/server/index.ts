import reading from './content-types/reading/schema.json';
import { createReadings } from './services/readings';

export default {
  contentTypes: { reading: { schema: reading } },
  services: { readings: createReadings },
};
