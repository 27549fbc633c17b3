/** Joins `clients` with the client's own account: the first one; the others were added by it (R92). */
export const OWN_ACCOUNT =
  'left join up_users on up_users.id = (select min(own.id) from up_users own where own.client_id = clients.id)';
