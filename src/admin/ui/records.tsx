import { Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { KeyboardEvent, ReactNode } from 'react';

export interface Column<T> {
  /** Also the React key, so unique in the table. */
  name: string;
  cell: (record: T) => ReactNode;
}

/** Plain words get the panel's type size; what a column has drawn itself stays as it is. */
const Cell = ({ children }: { children: ReactNode }) =>
  typeof children === 'string' || typeof children === 'number' ? (
    <Typography textColor="neutral800" style={{ overflowWrap: 'break-word' }}>
      {children}
    </Typography>
  ) : (
    children
  );

const OF_BUTTONS = new Set(['Enter', ' ', 'Tab']);

/**
 * Strapi's grid takes every key from a cell with several buttons, so that none of them could be pressed or left by
 * keyboard. It keeps the arrows, which lead through the table.
 */
const keepKeys = (event: KeyboardEvent): void => {
  if (OF_BUTTONS.has(event.key)) event.stopPropagation();
};

interface RecordsProps<T> {
  label: string;
  /** The first column names the record; it heads the card on a phone. */
  columns: Column<T>[];
  records: T[];
  idOf: (record: T) => string;
}

const Cards = <T,>({ label, columns: [title, ...rest], records, idOf }: RecordsProps<T>) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={label}>
    {records.map((record) => (
      <Box key={idOf(record)} tag="li" background="neutral0" shadow="tableShadow" hasRadius padding={4}>
        {title?.cell(record)}
        <Flex tag="dl" direction="column" alignItems="stretch" gap={2} paddingTop={3}>
          {rest.map(({ name, cell }) => (
            <Box key={name}>
              <Typography tag="dt" variant="pi" textColor="neutral600">
                {name}
              </Typography>
              <Box tag="dd">
                <Cell>{cell(record)}</Cell>
              </Box>
            </Box>
          ))}
        </Flex>
      </Box>
    ))}
  </Flex>
);

const Grid = <T,>({ label, columns, records, idOf }: RecordsProps<T>) => (
  <Table aria-label={label} colCount={columns.length} rowCount={records.length + 1}>
    <Thead>
      <Tr>
        {columns.map(({ name }) => (
          <Th key={name}>
            <Typography variant="sigma">{name}</Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {records.map((record) => (
        <Tr key={idOf(record)}>
          {columns.map(({ name, cell }) => (
            <Td key={name} style={{ whiteSpace: 'normal' }}>
              <div role="presentation" onKeyDown={keepKeys}>
                <Cell>{cell(record)}</Cell>
              </div>
            </Td>
          ))}
        </Tr>
      ))}
    </Tbody>
  </Table>
);

/** Strapi's table on a computer; on a phone a card for each record, so that nothing scrolls sideways. */
export const Records = <T,>(props: RecordsProps<T>) =>
  useIsMobile() ? <Cards {...props} /> : <Grid {...props} />;
