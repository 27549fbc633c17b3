import { Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import type { Form } from '../ui/form';
import { LoadedView } from '../ui/loaded-view';
import { useSay } from '../words';
import { typedStep, type TypedStep } from './typed-steps';

interface TemplateChoiceProps {
  onChosen: (labels: string[]) => void;
}

const TemplateChoice = ({ onChosen }: TemplateChoiceProps) => {
  const say = useSay();
  const desk = useDesk();
  const templates = useLoaded(useCallback(() => desk.progressTemplates(), [desk]));
  return (
    <LoadedView loaded={templates}>
      {(found) =>
        found.length > 0 ? (
          <Field.Root width="100%" hint={say('desk.progress.template.hint')}>
            <Field.Label>{say('desk.progress.template')}</Field.Label>
            <SingleSelect
              placeholder={say('desk.progress.template.placeholder')}
              onChange={(chosen) => {
                const template = found.find(({ id }) => id === chosen);
                if (template !== undefined) onChosen(template.steps);
              }}
            >
              {found.map(({ id, name }) => (
                <SingleSelectOption key={id} value={id}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
        ) : (
          <Typography variant="pi" textColor="neutral600">
            {say('desk.progress.template.none')}
          </Typography>
        )
      }
    </LoadedView>
  );
};

/**
 * Proposes the steps of one of the firm's templates, for a list that is empty. It stays until something of the proposal
 * is changed: another template takes the place of a proposal alone, and of nothing that was typed.
 */
export const TemplateProposal = ({ form }: { form: Form<{ steps: TypedStep[] }> }) => {
  const [proposal, setProposal] = useState<TypedStep[]>();
  const { steps } = form.values;
  const propose = (labels: string[]) => {
    const proposed = labels.map((label) => typedStep(label));
    setProposal(proposed);
    form.change({ steps: proposed });
  };
  return (steps.length === 0 || steps === proposal) && <TemplateChoice onChosen={propose} />;
};
