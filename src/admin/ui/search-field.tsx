import { Box, Searchbar, SearchForm } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { useSay } from '../words';

const KEY = 'query';
const PAUSE_MS = 250;

/** What is searched for; it stands in the address, so that going back finds the list as it was. */
export const useSearchText = () => {
  const [params, setParams] = useSearchParams();
  const text = params.get(KEY) ?? '';
  const setText = (next: string) => setParams(next ? { [KEY]: next } : {}, { replace: true });
  return { text, settled: useDebounce(text, PAUSE_MS), setText };
};

interface SearchFieldProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
}

export const SearchField = ({ label, text, onChange }: SearchFieldProps) => {
  const say = useSay();
  return (
    <Box width="100%" maxWidth="44rem">
      <SearchForm onSubmit={(event) => event.preventDefault()}>
        <Searchbar
          name="query"
          value={text}
          placeholder={label}
          maxLength={100}
          onChange={(event) => onChange(event.currentTarget.value)}
          onClear={() => onChange('')}
          clearLabel={say('desk.search.clear')}
        >
          {label}
        </Searchbar>
      </SearchForm>
    </Box>
  );
};
