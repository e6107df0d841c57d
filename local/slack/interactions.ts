import type { Workspace } from './create-workspace.ts'
import type { Delivery } from './transport/transport.ts'
import type { StoredView } from './views.ts'
import { type Channel, type Message, type Person, verificationToken } from './workspace.ts'

function common({ team, app }: Workspace, person: Person) {
  return {
    token: verificationToken,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    api_app_id: app.id,
    enterprise: null,
    is_enterprise_install: false,
  }
}

const interactive = (payload: object): Delivery => ({ kind: 'interactive', payload })

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export function slashCommand(
  workspace: Workspace,
  person: Person,
  details: { command: string; text: string; channel: Channel; triggerId: string; responseUrl: string },
): Delivery {
  return {
    kind: 'slash_commands',
    payload: {
      token: verificationToken,
      team_id: workspace.team.id,
      team_domain: workspace.team.domain,
      channel_id: details.channel.id,
      channel_name: details.channel.name,
      user_id: person.id,
      user_name: person.name,
      command: details.command,
      text: details.text,
      api_app_id: workspace.app.id,
      is_enterprise_install: 'false',
      response_url: details.responseUrl,
      trigger_id: details.triggerId,
    },
  }
}

export function viewSubmission(
  workspace: Workspace,
  person: Person,
  details: { view: StoredView; values: Record<string, Record<string, object>>; triggerId: string },
): Delivery {
  return interactive({
    type: 'view_submission',
    ...common(workspace, person),
    trigger_id: details.triggerId,
    view: { ...details.view, state: { values: details.values } },
    response_urls: [],
  })
}

export function viewClosed(workspace: Workspace, person: Person, view: StoredView): Delivery {
  return interactive({ type: 'view_closed', ...common(workspace, person), view, is_cleared: false })
}

/** The part of an element that a block_actions payload repeats, with what the person did. */
export type Action = { type: string; action_id: string; block_id: string; [more: string]: unknown }

export function messageAction(
  workspace: Workspace,
  person: Person,
  details: {
    channel: Channel
    message: Message
    action: Action
    triggerId: string
    responseUrl: string
    isEphemeral?: boolean
  },
): Delivery {
  const { channel, message, isEphemeral = false } = details
  return interactive({
    type: 'block_actions',
    ...common(workspace, person),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
    },
    trigger_id: details.triggerId,
    channel: { id: channel.id, name: channel.name },
    // Slack doesn't send the content of what only one person sees.
    ...(isEphemeral ? {} : { message }),
    state: { values: {} },
    response_url: details.responseUrl,
    actions: [{ ...details.action, action_ts: workspace.nextTs() }],
  })
}

export function viewAction(
  workspace: Workspace,
  person: Person,
  details: {
    view: StoredView
    values: Record<string, Record<string, object>>
    action: Action
    triggerId: string
  },
): Delivery {
  return interactive({
    type: 'block_actions',
    ...common(workspace, person),
    container: { type: 'view', view_id: details.view.id },
    trigger_id: details.triggerId,
    view: { ...details.view, state: { values: details.values } },
    actions: [{ ...details.action, action_ts: workspace.nextTs() }],
  })
}

export function messageShortcut(
  workspace: Workspace,
  person: Person,
  details: {
    callbackId: string
    channel: Channel
    message: Message
    triggerId: string
    responseUrl: string
  },
): Delivery {
  return interactive({
    type: 'message_action',
    ...common(workspace, person),
    action_ts: workspace.nextTs(),
    callback_id: details.callbackId,
    trigger_id: details.triggerId,
    response_url: details.responseUrl,
    message_ts: details.message.ts,
    channel: { id: details.channel.id, name: details.channel.name },
    message: details.message,
  })
}

export function globalShortcut(
  workspace: Workspace,
  person: Person,
  details: { callbackId: string; triggerId: string },
): Delivery {
  return interactive({
    type: 'shortcut',
    ...common(workspace, person),
    action_ts: workspace.nextTs(),
    callback_id: details.callbackId,
    trigger_id: details.triggerId,
  })
}
