import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { ActionsContext } from '../discord/components/actions.ts'
import { ForumPosts } from '../discord/forum/forum-posts.tsx'
import { NamesContext } from '../discord/markdown/names.ts'
import { Message } from '../discord/message/message.tsx'
import { DiscordModal } from '../discord/modal/discord-modal.tsx'
import payloads from './desk-payloads.json' with { type: 'json' }
import { messageOf, messageSamples, people, users } from './discord-message-samples.ts'
import { modalSample } from './discord-modal-sample.ts'
import { forumPosts, forumTags } from './forum-sample.ts'
import { Sample } from './sample.tsx'

const names = {
  me: users.max.id,
  user: (id: string) => people.find((user) => user.id === id)?.global_name ?? undefined,
  role: () => 'support',
  channel: () => 'desk',
  open: () => {},
}
const actions = {
  press: () => {},
  select: () => {},
  isBusy: false,
  people: people.map(({ id, global_name }) => ({ value: id, label: global_name ?? '' })),
  roles: [{ value: '1', label: '@support' }],
  channels: [{ value: '2', label: '#desk' }],
}

const fromDesk = Object.entries(payloads.discord).map(([title, content]) => ({
  title,
  message: messageOf(content as Partial<APIMessage>),
}))

const modals = Object.entries({ ...payloads.modals, 'Every input': modalSample })

export const DiscordSamples = () => (
  <NamesContext value={names}>
    <ActionsContext value={actions}>
      <div className="samples">
        {[...fromDesk, ...messageSamples].map(({ title, message }) => (
          <Sample key={title} title={title} client="discord">
            <Message
              message={message}
              isCompact={false}
              isForMe={message.content.includes(users.max.id)}
              onReact={() => {}}
              onDismiss={() => {}}
              onOpenThread={() => {}}
            />
          </Sample>
        ))}
        <Sample title="Forum: each ticket is a post" client="discord">
          <ForumPosts name="desk" tags={forumTags} posts={forumPosts} onGo={() => {}} />
        </Sample>
        {modals.map(([title, modal]) => (
          <Sample key={title} title={`Form: ${title}`} client="discord">
            <DiscordModal
              modal={modal as APIModalInteractionResponseCallbackData}
              bot={users.bot}
              onSubmit={async () => {}}
              onClose={() => {}}
            />
          </Sample>
        ))}
      </div>
    </ActionsContext>
  </NamesContext>
)
