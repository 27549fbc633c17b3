import { z } from 'zod';
import { ACCOUNT_STATES } from './client';
import { daySchema, idSchema, lineSchema, momentSchema, searchSchema } from './common';
import { documentViewSchema } from './document';
import { progressStepSchema } from './progress-step';
import { uploadRulesSchema } from './upload-rules';

export const DOSSIER_STATUSES = ['in-progress', 'closed'] as const;
export type DossierStatus = (typeof DOSSIER_STATUSES)[number];

/** A line of the client's dossier list. */
export const dossierRowSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  description: z.string(),
  status: z.enum(DOSSIER_STATUSES),
  lastActivityAt: momentSchema,
  messages: z.number().int(),
  unreadMessages: z.number().int(),
  unreadRemarks: z.number().int(),
  unreadDocuments: z.number().int(),
});
export type DossierRow = z.infer<typeof dossierRowSchema>;

export const dossierListSchema = z.strictObject({ dossiers: z.array(dossierRowSchema) });
export type DossierList = z.infer<typeof dossierListSchema>;

const countSchema = z.strictObject({ total: z.number().int(), unread: z.number().int() });

/** What a dossier's page shows side by side (R52). */
export const DOSSIER_TABS = ['correspondence', 'documents', 'provided', 'messages'] as const;
export type DossierTab = (typeof DOSSIER_TABS)[number];

/** A dossier as its client sees it (R52, R53, B20). */
export const dossierViewSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  description: z.string(),
  status: z.enum(DOSSIER_STATUSES),
  contact: z.strictObject({ name: z.string(), phone: z.string().nullable() }).nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: daySchema.nullable(),
  progress: z.array(progressStepSchema),
  counts: z.strictObject({
    correspondence: countSchema,
    documents: countSchema,
    provided: countSchema,
    messages: countSchema,
  }),
  /** What stands in its tabs, the newest first. */
  documents: z.array(documentViewSchema),
  uploadRules: uploadRulesSchema,
  abilities: z.strictObject({ upload: z.boolean(), write: z.boolean() }),
});
export type DossierView = z.infer<typeof dossierViewSchema>;

/** Where a dossier opens: where something is new, else where something is. */
export const firstTab = ({ counts }: Pick<DossierView, 'counts'>): DossierTab =>
  DOSSIER_TABS.find((tab) => counts[tab].unread > 0) ??
  DOSSIER_TABS.find((tab) => counts[tab].total > 0) ??
  'documents';

export const newDossierSchema = z.strictObject({
  number: lineSchema(40),
  description: lineSchema(200),
  clientId: idSchema,
  nextStep: lineSchema(200).nullable().default(null),
  nextStepOn: daySchema.nullable().default(null),
});
export type NewDossier = z.input<typeof newDossierSchema>;

/** What staff keep up to date (B20); what is not named stays. The contact is one of the dossier's staff. */
export const dossierChangeSchema = z.strictObject({
  description: lineSchema(200).optional(),
  status: z.enum(DOSSIER_STATUSES).optional(),
  nextStep: lineSchema(200).nullable().optional(),
  nextStepOn: daySchema.nullable().optional(),
  contactId: idSchema.optional(),
});
export type DossierChange = z.infer<typeof dossierChangeSchema>;

export const staffMemberSchema = z.strictObject({ id: idSchema, name: z.string() });
export type StaffMember = z.infer<typeof staffMemberSchema>;

export const staffListSchema = z.strictObject({ staff: z.array(staffMemberSchema) });
export type StaffList = z.infer<typeof staffListSchema>;

/** Who of the staff sees the dossier (R101); at least one, or only the administrator would. */
export const assignmentSchema = z.strictObject({ staffIds: z.array(idSchema).min(1).max(50) });
export type Assignment = z.infer<typeof assignmentSchema>;

const clientOfDossierSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  name: z.string(),
  accountState: z.enum(ACCOUNT_STATES),
});

/** A line of the desk's dossier list. */
export const deskDossierRowSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  description: z.string(),
  status: z.enum(DOSSIER_STATUSES),
  client: clientOfDossierSchema,
  lastActivityAt: momentSchema,
  /** Messages of the client that no member of staff has opened. */
  unreadMessages: z.number().int(),
  unreadRemarks: z.number().int(),
});
export type DeskDossierRow = z.infer<typeof deskDossierRowSchema>;

export const deskDossierListSchema = z.strictObject({ dossiers: z.array(deskDossierRowSchema) });
export type DeskDossierList = z.infer<typeof deskDossierListSchema>;

export const deskDossierSchema = deskDossierRowSchema.extend({
  nextStep: z.string().nullable(),
  nextStepOn: daySchema.nullable(),
  staff: z.array(staffMemberSchema),
  contact: staffMemberSchema
    .extend({
      /** Their own; where it is null, clients see the firm's. */
      phone: z.string().nullable(),
      abilities: z.strictObject({ changePhone: z.boolean() }),
    })
    .nullable(),
  progress: z.array(progressStepSchema),
  uploadRules: uploadRulesSchema,
});
export type DeskDossier = z.infer<typeof deskDossierSchema>;

/** Free text of a search; empty means all. */
export const searchQuerySchema = z.strictObject({ query: searchSchema(100).default('') });
