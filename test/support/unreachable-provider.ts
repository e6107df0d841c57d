import { createProvider } from '../../core/users/openid/provider.ts'

/** A way to sign in whose server does not answer. Port 1 of this machine is closed. */
export const unreachableProvider = (appUrl: string) =>
  createProvider(
    {
      ...{ id: 'sso', name: 'Nobody', issuer: 'http://127.0.0.1:1', domains: null },
      ...{ clientId: 'desk', clientSecret: 'a secret of the desk' },
    },
    appUrl,
  )
