import type { z } from 'zod'
import type { Outcome } from '../../slack/person/outcome.ts'
import type { Slack } from '../../slack/slack.ts'
import type { slackCalls } from '../slack-calls.ts'
import type { GivenFile } from './files.ts'
import { Refusal } from './refusal.ts'

type Calls = typeof slackCalls
type Actions = { [Name in keyof Calls]: (as: string, args: z.output<Calls[Name]>) => unknown }

/** Carries out what a person does in Slack. Each action throws what Slack's client would say against it. */
export function slackActions(slack: Slack): Actions {
  const addFile = ({ name, type: mimetype, data }: GivenFile) =>
    slack.addFile({ name, mimetype, content: Buffer.from(data, 'base64') })
  const modalOf = (as: string, viewId: string) => slack.as(as).openModal(viewId)

  return {
    'slack.command': async (as, { channel, command, text }) => {
      checked(await slack.as(as).command(command, text, { channel }))
    },
    'slack.post': async (as, { files: given = [], ...message }) => {
      const sent = await Promise.all(given.map(addFile))
      return { ts: slack.as(as).reply({ ...message, files: sent }).ts }
    },
    'slack.upload': async (_, { files: given }) => ({
      ids: (await Promise.all(given.map(addFile))).map(({ id }) => id),
    }),
    'slack.edit': (as, args) => void slack.as(as).edit(args),
    'slack.remove': (as, args) => slack.as(as).remove(args),
    'slack.dismiss': (as, { ts }) => slack.as(as).dismiss(ts),
    'slack.react': (as, { on, ...reaction }) =>
      on ? slack.as(as).addReaction(reaction) : slack.as(as).removeReaction(reaction),
    'slack.click': async (as, args) => checked(await slack.as(as).clickButton(args)),
    'slack.choose': async (as, args) => checked(await slack.as(as).choose(args)),
    'slack.shortcut': async (as, { callbackId, channel, ts }) => {
      const where = { ...(channel && { channel }), ...(ts && { ts }) }
      checked(await slack.as(as).shortcut(callbackId, where))
    },
    'slack.openHome': (as) => slack.as(as).openHome(),
    'slack.clickHome': async (as, args) => checked(await slack.as(as).clickHome(args)),
    'slack.submitModal': async (as, { viewId, answers }) => {
      const modal = modalOf(as, viewId)
      modal.fillBlocks(answers)
      const { errorsByBlock, userSees, acks } = await modal.submit()
      if (userSees) throw new Refusal(acks[0]?.failure ?? 'bad_answer', userSees)
      return { errors: errorsByBlock }
    },
    'slack.clickModal': async (as, { viewId, answers, blockId, actionId }) => {
      const modal = modalOf(as, viewId)
      modal.fillBlocks(answers)
      const ack = await modal.click(actionId, blockId)
      checked({ ...ack, userSees: 'This app did not respond. Try again?' })
    },
    'slack.closeModal': (as, { viewId }) => modalOf(as, viewId).close(),
  }
}

/** The answer of an acknowledged command is shown in the conversation. */
function checked({ acked, failure, userSees }: Outcome): void {
  if (!acked) throw new Refusal(failure ?? 'failed', userSees ?? 'This app did not respond. Try again?')
}
