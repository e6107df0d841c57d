import type { SignInProvider } from './read-providers.ts'

type ProviderButtonsProps = { providers: SignInProvider[]; next: string | null }

/** The ways to sign in with another service. They are links: the browser leaves the console. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  if (providers.length === 0) return null
  const query = next ? `?${new URLSearchParams({ next })}` : ''
  return (
    <>
      {providers.map(({ id, name }, index) => (
        <a
          key={id}
          href={`/api/auth/openid/${id}${query}`}
          className={`btn w-full ${index === 0 ? 'btn-primary' : ''}`}
        >
          Sign in with {name}
        </a>
      ))}
      <div className="text-muted text-sm">or with your e-mail address</div>
    </>
  )
}
