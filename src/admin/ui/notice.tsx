import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

const LOOKS = {
  danger: { icon: WarningCircle, role: 'alert' },
  success: { icon: CheckCircle, role: 'status' },
  primary: { icon: Information, role: 'note' },
} as const;

interface NoticeProps {
  variant: keyof typeof LOOKS;
  children: ReactNode;
}

/** A sentence that stays on the page; Strapi's own alert can be closed, which what matters must not be. */
export const Notice = ({ variant, children }: NoticeProps) => {
  const { icon: Icon, role } = LOOKS[variant];
  return (
    <Box
      role={role}
      background={`${variant}100`}
      borderColor={`${variant}200`}
      hasRadius
      padding={4}
      width="100%"
    >
      <Flex gap={3} alignItems="flex-start">
        <Box shrink={0} paddingTop={1}>
          <Icon aria-hidden fill={`${variant}700`} width="1.6rem" height="1.6rem" />
        </Box>
        <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
      </Flex>
    </Box>
  );
};
