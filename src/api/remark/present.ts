import { can } from '../../access/client';
import type { DeskRemark, DeskRemarkThread, RemarkThread, RemarkView } from '../../contract/remark';
import { moment, momentOrNull } from '../../db';
import type { DeskMarkedRemark, MarkedRemark, Thread } from './services/list';

export const presentRemark = ({ remark, unread }: MarkedRemark): RemarkView => ({
  id: remark.document_id,
  direction: remark.account_id === null ? 'from-firm' : 'from-client',
  author: remark.author_name,
  body: remark.body,
  writtenAt: moment(remark.written_at),
  unread,
});

const presentDeskRemark = (marked: DeskMarkedRemark): DeskRemark => ({
  ...presentRemark(marked),
  readings: marked.readings.map(({ email, openedAt }) => ({
    reader: email,
    openedAt: momentOrNull(openedAt),
  })),
});

export const presentThread = ({ dossier, remarks }: Thread): RemarkThread => ({
  remarks: remarks.map(presentRemark),
  abilities: { write: can.write(dossier) },
});

export const presentDeskThread = ({ document, remarks }: Thread<DeskMarkedRemark>): DeskRemarkThread => ({
  remarks: remarks.map(presentDeskRemark),
  abilities: { write: document.withdrawn_at === null },
});
