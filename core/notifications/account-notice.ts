import type { AccountTopic } from '../outbox/topics.ts'
import { sentence } from '../text/sentence.ts'
import type { Notice } from './notice.ts'

/** @property name empty when somebody other than the address's owner may have chosen it */
type AccountContext = { name: string; appUrl: string; token: string }

/** Where a single-use link leads. Browsers send what follows the # to no server. */
export const welcomeUrl = ({ appUrl, token }: Pick<AccountContext, 'appUrl' | 'token'>) =>
  `${appUrl}/welcome#${token}`

const openProfile = ({ appUrl }: AccountContext) => ({
  label: sentence`Open my profile`,
  url: `${appUrl}/profile`,
})

const hello = ({ name }: AccountContext) => (name ? sentence`Hello ${name}` : sentence`Hello`)

/** The texts about accounts. Anyone can sign up with any address, so the mail that asks to confirm it repeats no name. */
const accountTexts: Record<AccountTopic, (context: AccountContext) => Omit<Notice, 'topic'>> = {
  'account-created': (context) => ({
    subject: sentence`Your Deskbridge account`,
    body: [
      sentence`${hello(context)}, you now have an account on the support desk. You get answers to your tickets where you filed them.`,
      sentence`To follow them in the browser as well, set a password. The link works once and expires in seven days.`,
    ],
    action: { label: sentence`Set a password`, url: welcomeUrl(context) },
  }),
  'confirm-address': (context) => ({
    subject: sentence`Confirm your address for Deskbridge`,
    body: [
      sentence`Hello, we received a request to create an account on the support desk with this address.`,
      sentence`Confirm it within a day. If this wasn’t you, ignore this mail: no account is created.`,
    ],
    action: { label: sentence`Confirm my address`, url: welcomeUrl(context) },
  }),
  'reset-password': (context) => ({
    subject: sentence`Reset your Deskbridge password`,
    body: [
      sentence`${hello(context)}, we received a request to reset the password of your account on the support desk.`,
      sentence`The link works once, expires in an hour, and signs you out on all other devices. If this wasn’t you, ignore this mail: your password stays the same.`,
    ],
    action: { label: sentence`Choose a new password`, url: welcomeUrl(context) },
  }),
  'sign-in': (context) => ({
    subject: sentence`Your sign-in link for Deskbridge`,
    body: [
      sentence`${hello(context)}, this link signs you in to the support desk, without a password.`,
      sentence`It works once and expires in 15 minutes. If you didn’t ask for it, ignore this mail. Don’t forward it: whoever has the link can sign in as you.`,
    ],
    action: { label: sentence`Sign in`, url: welcomeUrl(context) },
  }),
  'address-known': (context) => ({
    subject: sentence`You already have a Deskbridge account`,
    body: [
      sentence`${hello(context)}, we received a request to create an account with this address, but you already have one. This link signs you in, without a password.`,
      sentence`It works once and expires in 15 minutes. If you didn’t ask for it, ignore this mail. Don’t forward it: whoever has the link can sign in as you.`,
    ],
    action: { label: sentence`Sign in`, url: welcomeUrl(context) },
  }),
  'second-factor-on': (context) => ({
    subject: sentence`Two-step sign-in is on`,
    body: [
      sentence`${hello(context)}, from now on you need a code from your authenticator app to sign in to the support desk. Your other devices are signed out.`,
      sentence`If this wasn’t you, ask an admin to reset your two-step sign-in, and change your password.`,
    ],
    action: openProfile(context),
  }),
  'second-factor-off': (context) => ({
    subject: sentence`Two-step sign-in is off`,
    body: [
      sentence`${hello(context)}, your password alone is enough again to sign in to the support desk.`,
      sentence`If this wasn’t you, change your password and turn two-step sign-in on again.`,
    ],
    action: openProfile(context),
  }),
  'second-factor-reset': (context) => ({
    subject: sentence`Your two-step sign-in was reset`,
    body: [
      sentence`${hello(context)}, an admin has reset your two-step sign-in and signed you out everywhere. You can sign in with your password and set it up again.`,
      sentence`If you didn’t ask for this, change your password and tell an admin.`,
    ],
    action: openProfile(context),
  }),
  'recovery-code-used': (context) => ({
    subject: sentence`A recovery code was used`,
    body: [
      sentence`${hello(context)}, one of your recovery codes was used in place of a code from your authenticator app. It doesn’t work a second time.`,
      sentence`If this wasn’t you, change your password and make new recovery codes.`,
    ],
    action: openProfile(context),
  }),
}

/** @param context.token the secret in the link */
export const accountNotice = (topic: AccountTopic, context: AccountContext): Notice => ({
  topic,
  ...accountTexts[topic](context),
})
