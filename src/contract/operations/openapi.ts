import { z } from 'zod';
import { ERROR_CODES, ERRORS, type ErrorCode } from '../errors';
import { PART_TYPE } from '../upload';
import { DESK_OPERATIONS } from './desk';
import { FILE, PART, type Operation } from './operation';
import { CLIENT_OPERATIONS, OPEN_OPERATIONS } from './portal';
import { ENROLLING_OPERATIONS, SIGN_IN_OPERATIONS } from './second-step';

type Json = Record<string, unknown>;

/** Refusals that every operation with a body, or of a side, has. */
const ALWAYS: ErrorCode[] = ['unexpected'];
const WITH_BODY: ErrorCode[] = ['invalid-input', 'foreign-origin', 'too-large', 'unsupported-type'];

const schema = (type: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return rest;
};

const BINARY = { schema: { type: 'string', format: 'binary' } };

const content = (type: z.ZodType | typeof FILE | typeof PART, io: 'input' | 'output'): Json => {
  if (type === FILE) return { 'application/octet-stream': BINARY };
  if (type === PART) return { [PART_TYPE]: BINARY };
  return { 'application/json': { schema: schema(type, io) } };
};

const FILE_NAME = {
  name: 'X-File-Name',
  in: 'header',
  required: true,
  description: 'The name of the file, percent-encoded UTF-8',
  schema: { type: 'string' },
};

const parameters = ({ path, query, headers = {}, body }: Operation): Json[] => {
  const ids = path.includes(':id')
    ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }]
    : [];
  const shape: Record<string, z.core.$ZodType> = query?.shape ?? {};
  const searched = Object.entries(shape).map(([name, type]) => ({
    name,
    in: 'query',
    required: !z.safeParse(type, undefined).success,
    schema: schema(type as z.ZodType, 'input'),
  }));
  const told = Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  }));
  return [...ids, ...searched, ...told, ...(body === FILE ? [FILE_NAME] : [])];
};

/** Codes of one status stand together: a status has one description. */
const refusals = (codes: ErrorCode[]): Json => {
  const statuses = [...new Set(codes.map((code) => ERRORS[code]))].sort((one, other) => one - other);
  const error = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  return Object.fromEntries(
    statuses.map((status) => {
      const description = [...new Set(codes)].filter((code) => ERRORS[code] === status).join(', ');
      return [status, { description, content: error }];
    }),
  );
};

interface Side {
  prefix: string;
  tag: string;
  security: Json[];
  errors: ErrorCode[];
  operations: Operation[];
}

const SIDES: Side[] = [
  { prefix: '/api/portal', tag: 'Anybody', security: [], errors: [], operations: OPEN_OPERATIONS },
  {
    prefix: '/api/portal',
    tag: 'Between password and second step',
    security: [{ signIn: [] }],
    errors: ['sign-in-over'],
    operations: SIGN_IN_OPERATIONS,
  },
  {
    prefix: '/api/portal',
    tag: 'Setting up a second step',
    security: [{ session: [] }, { signIn: [] }],
    errors: ['not-signed-in'],
    operations: ENROLLING_OPERATIONS,
  },
  {
    prefix: '/api/portal',
    tag: 'Clients',
    security: [{ session: [] }],
    errors: ['not-signed-in'],
    operations: CLIENT_OPERATIONS,
  },
  {
    prefix: '/desk',
    tag: 'Staff',
    security: [{ admin: [] }],
    errors: ['not-signed-in'],
    operations: DESK_OPERATIONS,
  },
];

const described = (side: Side, operation: Operation): Json => {
  const { summary, body, status, answer } = operation;
  const codes = [...side.errors, ...operation.errors, ...(body === undefined ? [] : WITH_BODY), ...ALWAYS];
  return {
    summary,
    tags: [side.tag],
    security: side.security,
    parameters: parameters(operation),
    ...(body !== undefined && { requestBody: { required: true, content: content(body, 'input') } }),
    responses: {
      [status]: { description: 'Done', ...(answer !== undefined && { content: content(answer, 'output') }) },
      ...refusals(codes),
    },
  };
};

const paths = (): Record<string, Json> => {
  const found: Record<string, Json> = {};
  for (const side of SIDES) {
    for (const operation of side.operations) {
      const path = side.prefix + operation.path.replace(':id', '{id}');
      found[path] = { ...found[path], [operation.method.toLowerCase()]: described(side, operation) };
    }
  }
  return found;
};

const ERROR_SCHEMA = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { enum: ERROR_CODES },
        message: { type: 'string', description: "A sentence in the reader's language" },
        fields: { type: 'array', items: { type: 'string' } },
        signature: { type: 'string' },
      },
    },
  },
};

/** The whole wire contract as OpenAPI 3.1, made from the same schemas that check every request. */
export const openapi = (version: string): Json => ({
  openapi: '3.1.0',
  info: { title: 'Aktenpoort', version, license: { name: 'MIT', identifier: 'MIT' } },
  paths: paths(),
  components: {
    schemas: { Error: ERROR_SCHEMA },
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'aktenpoort_session' },
      signIn: { type: 'apiKey', in: 'cookie', name: 'aktenpoort_sign_in' },
      admin: { type: 'http', scheme: 'bearer', description: "Strapi's admin token" },
    },
  },
});
