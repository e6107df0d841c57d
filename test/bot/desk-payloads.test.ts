import type { AnyBlock, InputBlock } from '@slack/types'
import { expect, test } from 'vitest'
import { inputModal } from '../../bot/discord/modals/action-input.ts'
import { answersModal } from '../../bot/discord/modals/answers.ts'
import { newTicketModal } from '../../bot/discord/modals/new-ticket.ts'
import { changeModal, replyModal } from '../../bot/discord/modals/reply.ts'
import { cardMessage } from '../../bot/discord/views/card.ts'
import { commentMessage as discordComment } from '../../bot/discord/views/comment.ts'
import { headlineMessage } from '../../bot/discord/views/headline.ts'
import { internalNote } from '../../bot/discord/views/internal-note.ts'
import { macroPreview } from '../../bot/discord/views/macro-preview.ts'
import { noticeMessage as discordNotice, statusParts } from '../../bot/discord/views/notice.ts'
import { panelMessage } from '../../bot/discord/views/panel.ts'
import { requesterCard } from '../../bot/discord/views/requester-card.ts'
import { resolutionMessage } from '../../bot/discord/views/resolution.ts'
import { inMarkdown } from '../../bot/discord/views/sentence.ts'
import { ticketList } from '../../bot/discord/views/ticket-list.ts'
import type { ListName } from '../../bot/slack/lists/list-place.ts'
import { overview } from '../../bot/slack/lists/list-place.ts'
import type { ReadList } from '../../bot/slack/lists/read-list.ts'
import { textForms } from '../../bot/slack/modals/text-forms.ts'
import { moderatorsCard } from '../../bot/slack/views/cards/moderators-card.ts'
import { resolutionMessage as resolvedInChannel } from '../../bot/slack/views/cards/resolution.ts'
import { replyAction } from '../../bot/slack/views/cards/ticket-buttons.ts'
import { ticketCard } from '../../bot/slack/views/cards/ticket-card.ts'
import { commentMessage as slackComment } from '../../bot/slack/views/comment.ts'
import { fileOffer, mentionOffer } from '../../bot/slack/views/file-offer.ts'
import { filedNotice } from '../../bot/slack/views/filed-notice.ts'
import { answersForm } from '../../bot/slack/views/forms/answers-form.ts'
import { assignForm } from '../../bot/slack/views/forms/assign-form.ts'
import { withFields } from '../../bot/slack/views/forms/field-inputs.ts'
import { filedModal } from '../../bot/slack/views/forms/filed-modal.ts'
import { searchForm } from '../../bot/slack/views/forms/search-form.ts'
import { textForm } from '../../bot/slack/views/forms/text-form.ts'
import { ticketModal, ticketModalId } from '../../bot/slack/views/forms/ticket-modal.ts'
import { home } from '../../bot/slack/views/home.ts'
import { listMessage } from '../../bot/slack/views/list-message.ts'
import { noteSaved } from '../../bot/slack/views/note-saved.ts'
import { directMessage, noticeMessage as slackNotice } from '../../bot/slack/views/notice.ts'
import { reopenOffer } from '../../bot/slack/views/reopen-offer.ts'
import { ticketMessage } from '../../bot/slack/views/ticket-message.ts'
import type { CategoryField } from '../../core/catalog/form/category-field.ts'
import { ticketNotice } from '../../core/notifications/ticket-notice/ticket-notice.ts'
import { buttonActions } from '../../core/tickets/actions/button-actions.ts'
import { claimedBy, commentOf, idLike, max, resolvedBy } from '../support/ticket-fixture.ts'
import { forRequester, sampleTicket } from './slack/sample-ticket.ts'

const appUrl = 'https://desk.example.com'

/** Text with every format that the desk carries. */
const formatted = [
  'The **printer** on the *3rd floor* prints ~~blue~~ blank pages, see [the manual](https://example.com/manual).',
  '1. Turn it `off`\n2. Wait\n   - a minute\n   - or two',
  '> It said PC LOAD LETTER',
  '```\nstatus: 503\n```',
].join('\n\n')

const filed = sampleTicket({
  title: 'Printer on the 3rd floor prints blank pages',
  description: formatted,
  summary: 'The printer stops with PC LOAD LETTER and prints nothing.',
  notes: '- Ask for the model and the asset number.\n- Load letter paper into the tray.',
})
const asked: CategoryField[] = [
  { key: 'serial', label: 'Serial number', kind: 'text', required: true, help: 'On the back of the device.' },
  { key: 'floor', label: 'Floor', kind: 'number', required: false },
  { key: 'colour', label: 'Colour', kind: 'select', required: false, options: ['Grey', 'Black'] },
  { key: 'bought', label: 'Bought on', kind: 'date', required: false },
  { key: 'spare', label: 'A spare one is there', kind: 'checkbox', required: false },
]
const answers = ['SN-4711', 3, 'Grey', '2026-02-27', true]
const answered = asked.map((field, nth) => ({ ...field, value: answers[nth] ?? null }))
const answeredAll = { ...filed, fields: answered }
const similar = [
  { _id: idLike('4'), number: 36, title: 'Printer says PC LOAD LETTER', isLikelyDuplicate: false },
]
const unanswered = { ...filed, fields: asked.map((field) => ({ ...field, value: null })) }

const isInput = (block: AnyBlock): block is InputBlock => block.type === 'input'

/** A block with a select in which somebody has chosen an option. */
function withChosen(block: AnyBlock, value: string): AnyBlock {
  if (!isInput(block) || block.element.type !== 'static_select') return block
  const { options = [], initial_option: _, ...element } = block.element
  const chosen = options.find((option) => option.value === value)
  return { ...block, element: { ...element, options, ...(chosen && { initial_option: chosen }) } }
}

function formWithFields() {
  const hardware = { id: 'a'.repeat(24), name: 'Hardware', form: { version: 1, fields: asked } }
  const { title, submit = null, close = null, blocks: all } = ticketModal({ categories: [hardware] })
  const blocks = all.map((block) => (block.block_id === 'category' ? withChosen(block, hardware.id) : block))
  const form = { callback_id: ticketModalId, private_metadata: '', title, submit, close, blocks }
  return withFields(form, hardware)
}

const open = { ...filed, status: 'open' as const }
const claimed = { ...filed, ...claimedBy(max) }
const resolved = { ...filed, ...resolvedBy(max) }
const waiting = { ...claimed, status: 'waiting' as const }
const deleted = { ...filed, deleted: true }
const comment = commentOf({ body: formatted })
const answer = commentOf({
  author: { id: max._id, name: max.name },
  fromRequester: false,
  body: 'Try **now**.',
})

const assignee = {
  ...{ id: max._id, name: max.name, role: max.role, onDuty: true },
  ...{ skills: ['printers'], matching: ['printers'], load: 3, capacity: 10 },
}

const listed = (list: ListName, tickets: ReadList['tickets']): ReadList => ({
  place: { list },
  tickets,
  next: null,
  previous: null,
})

const slack = {
  'List: /tickets of a moderator': listMessage(listed('mine', [open, waiting, resolved]), max),
  'Ticket: /ticket 42': ticketMessage(
    {
      ticket: resolved,
      reader: { ...max, role: 'user', _id: filed.requester.id },
      comments: [comment, answer],
      usualAnswerMinutes: null,
    },
    appUrl,
  ),
  'Card, assigned': ticketCard(forRequester(open, 90), appUrl),
  'Card, resolved': ticketCard(forRequester(resolved), appUrl),
  'Card, deleted': ticketCard(forRequester(deleted), appUrl),
  'Answer of a moderator': slackComment(answer),
  'Comment of the requester': slackComment(comment),
  'Notice: resolved': slackNotice(ticketNotice('resolved', resolved, appUrl)),
  'Offer to reopen': reopenOffer(resolved),
  'Offer to file a direct message': fileOffer('1700000000.000100'),
  'Offer to file a message that mentions the app': mentionOffer('1700000000.000100'),
  'Filed by a reaction': filedNotice(resolved),
  'Moderator: assigned': directMessage(
    ticketNotice('assigned', open, appUrl),
    { ticket: open, reader: max },
    appUrl,
  ),
  'Moderator: claimed': directMessage(
    ticketNotice('assigned', claimed, appUrl),
    { ticket: claimed, reader: max },
    appUrl,
  ),
  'Moderator: the requester commented': directMessage(
    ticketNotice('commented', claimed, appUrl, { to: max._id, comment }),
    { ticket: claimed, reader: max },
    appUrl,
  ),
  'Moderator: note saved': noteSaved(claimed),
  'Moderators’ channel: card, assigned': moderatorsCard({ ...open, fields: answered }, similar, appUrl),
  'Moderators’ channel: card, claimed': moderatorsCard(claimed, [], appUrl),
  'Moderators’ channel: card, deleted': moderatorsCard(deleted, [], appUrl),
  'Moderators’ channel: resolution': resolvedInChannel(resolved),
}
const views = {
  'Form, empty': ticketModal(),
  'Form, filled in': ticketModal({ title: filed.title, description: filed.description }),
  'Form, with the fields of a category': formWithFields(),
  'Form, filed': filedModal({ ticket: filed, lookAlikes: [] }),
  'Form, filed, with one that looks alike': filedModal({
    ticket: { _id: 'd'.repeat(24), number: 43 },
    lookAlikes: [claimed],
  }),
  ...Object.fromEntries(
    textForms.map(({ id, words }) => [
      `Form, ${words.submit}`,
      textForm(id, words, { id: open._id, number: '#42' }),
    ]),
  ),
  'Form, Send, with canned replies': textForm(
    replyAction,
    {
      title: 'Reply to',
      label: 'Your answer',
      hint: 'You can use Markdown.',
      submit: 'Send',
      maxLength: 3_000,
    },
    { id: open._id, number: '#42' },
    undefined,
    {
      canned: { replies: [{ _id: open._id, name: 'Restart it' }] },
      text: 'Hello Ada, please restart it.',
      round: 1,
    },
  ),
  'Form, assign': assignForm({ id: open._id, number: '#42' }, [assignee]),
  'Home tab': home({
    place: overview,
    pages: [listed('waiting', [waiting]), listed('open', [open, claimed]), listed('recent', [resolved])],
  }),
  'Home tab of a moderator': home({
    place: overview,
    pages: [listed('assigned', [claimed]), { ...listed('queue', [open]), next: { list: 'queue' } }],
  }),
  'Home tab, search': home({
    place: { list: 'found', q: 'printer' },
    pages: [listed('found', [open, resolved])],
  }),
  'Home tab, empty': home({ place: overview, pages: [] }),
  'Form, answers': answersForm(answeredAll, { seenAt: filed.createdAt.getTime() }),
  'Form, search': searchForm(),
}
const discord = {
  'Headline in the channel': headlineMessage(open),
  'Card, assigned': cardMessage(open, appUrl, [{ number: 7 }]),
  'Card, with the answers to the category’s questions': cardMessage(
    { ...open, fields: answered },
    appUrl,
    [],
  ),
  'Card, claimed': cardMessage(claimed, appUrl, []),
  'Card, waiting': cardMessage(waiting, appUrl, []),
  'Card, resolved': cardMessage(resolved, appUrl, []),
  'Card, deleted': cardMessage(deleted, appUrl, []),
  'Comment of the requester': discordComment(comment, { alert: '200000000000000002' }),
  'Answer from the console': discordComment({ ...answer, surface: 'web' }),
  Resolution: resolutionMessage(resolved),
  'Card of the requester, assigned': requesterCard(forRequester(open, 90), appUrl),
  'Card of the requester, resolved': requesterCard(forRequester(resolved), appUrl),
  'Answer of a moderator, to the requester': discordComment(answer, {
    alert: '200000000000000002',
    reader: 'requester',
  }),
  'Preview of a canned reply': macroPreview(
    { name: 'Restart it', requester: filed.requester.name, text: 'Hello Ada, please restart **it**.' },
    { id: open._id, version: 1 },
  ),
  'Panel with the form': panelMessage(null),
  'List of tickets': ticketList(
    {
      tickets: [open, claimed, resolved],
      next: { createdAt: open.createdAt, id: open._id },
      previous: { createdAt: resolved.createdAt, id: resolved._id },
      corrected: null,
    },
    {
      name: 'list',
      status: null,
      words: '',
      after: { createdAt: open.createdAt, id: open._id },
      before: null,
    },
    '300000000000000003',
  ),
  'Notice: assigned': {
    ...discordNotice(ticketNotice('assigned', open, appUrl), 'c7f3a1'),
    ...statusParts(ticketNotice('assigned', open, appUrl), open, '300000000000000003'),
  },
  'Internal, and how to send it': { content: inMarkdown(internalNote(open, 'thread'), 2_000) },
}
const modals = {
  ...Object.fromEntries(
    buttonActions.flatMap((action) =>
      action.button.ask
        ? [[action.button.label, inputModal(action, action.button.ask, { ticket: open._id, number: '#42' })]]
        : [],
    ),
  ),
  'File a ticket': newTicketModal({ key: '400000000000000004', categories: ['Hardware', 'Network'] }),
  'Answer the questions': answersModal(unanswered, unanswered.fields, filed.createdAt),
  'Edit answers': answersModal(answeredAll, answeredAll.fields, filed.createdAt),
  'Answer the requester': replyModal,
  'Change an answer': changeModal(answer),
}

test('the gallery of the playground shows what the desk sends today (vitest -u writes it)', async () => {
  await expect(`${JSON.stringify({ slack, views, discord, modals }, null, 2)}\n`).toMatchFileSnapshot(
    '../../local/playground/page/src/gallery/desk-payloads.json',
  )
})
