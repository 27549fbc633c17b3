import type { Context } from 'koa';
import type { Account } from '../access/client';
import type { Enroller, SignInUnderWay } from '../access/sign-in';
import type { Staff } from '../access/staff';

/** Who is asking; the route's policy has put it there, and without the policy there is nobody. */
export const accountOf = (ctx: Context): Account => {
  const { account } = ctx.state as { account?: Account };
  if (account === undefined) throw new Error(`${ctx.path} has no client policy`);
  return account;
};

/** The sign-in under way, on the routes of the second step. */
export const signInOf = (ctx: Context): SignInUnderWay => {
  const { signIn } = ctx.state as { signIn?: SignInUnderWay };
  if (signIn === undefined) throw new Error(`${ctx.path} has no sign-in policy`);
  return signIn;
};

/** Who sets up a second step. */
export const enrollerOf = (ctx: Context): Enroller => {
  const { enroller } = ctx.state as { enroller?: Enroller };
  if (enroller === undefined) throw new Error(`${ctx.path} has no enrolling policy`);
  return enroller;
};

export const staffOf = (ctx: Context): Staff => {
  const { staff } = ctx.state as { staff?: Staff };
  if (staff === undefined) throw new Error(`${ctx.path} has no staff policy`);
  return staff;
};

/** The id in the address; whether it is one is for `find` to say. */
export const idOf = (ctx: Context): unknown => (ctx.params as { id?: unknown }).id;
