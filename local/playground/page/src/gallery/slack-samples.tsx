import type { AnyBlock, KnownBlock } from '@slack/types'
import type { SlackPerson, SlackShownMessage, SlackView } from '../../../../slack/screen-shape.ts'
import { Blocks } from '../slack/blocks/blocks.tsx'
import { SurfaceContext } from '../slack/blocks/surface.ts'
import { Message } from '../slack/message/message.tsx'
import { SlackModal } from '../slack/modal/slack-modal.tsx'
import { NamesContext } from '../slack/text/names.ts'
import payloads from './desk-payloads.json' with { type: 'json' }
import { Sample } from './sample.tsx'
import { blockSamples } from './slack-block-samples.ts'
import { messageSamples } from './slack-message-samples.ts'

const ada: SlackPerson = { id: 'U1', name: 'ada', realName: 'Ada Lovelace', isBot: false }
const ben: SlackPerson = { id: 'U2', name: 'ben', realName: 'Ben Okri', isBot: false }
const app: SlackPerson = { id: 'U0APP', name: 'deskbridge', realName: 'Deskbridge', isBot: true }
const people = [ada, ben, app]

const names = {
  me: ada.id,
  user: (id: string) => people.find((person) => person.id === id)?.realName,
  channel: () => 'it-help',
  group: () => 'support',
}
const surface = {
  act: () => {},
  errors: {},
  people: people.map(({ id, realName }) => ({ value: id, label: realName })),
  channels: [{ value: 'C1', label: '#it-help' }],
  suggest: async () => [],
}

const message = (content: Partial<SlackShownMessage>): SlackShownMessage => ({
  type: 'message',
  ts: '1772442000.000100',
  user: app.id,
  team: 'T1',
  text: '',
  ...content,
})

export const SlackSamples = () => (
  <NamesContext value={names}>
    <SurfaceContext value={surface}>
      <div className="samples">
        {Object.entries(payloads.slack).map(([title, content]) => (
          <Sample key={title} title={title} client="slack">
            <Shown message={message(content as { text: string; blocks: AnyBlock[] })} />
          </Sample>
        ))}
        {Object.entries(payloads.views).map(([title, view]) => (
          <Sample key={title} title={title} client="slack">
            <View view={{ id: title, hash: '', previous_view_id: null, ...view } as SlackView} />
          </Sample>
        ))}
        {messageSamples.map(({ title, content }) => (
          <Sample key={title} title={title} client="slack">
            <Shown message={message({ user: ada.id, ...content })} />
          </Sample>
        ))}
        {blockSamples.map(({ title, blocks, errors }) => (
          <Sample key={title} title={title} client="slack">
            <SurfaceContext value={{ ...surface, errors: errors ?? {} }}>
              <div className="sample-blocks">
                <Blocks blocks={blocks as KnownBlock[]} />
              </div>
            </SurfaceContext>
          </Sample>
        ))}
      </div>
    </SurfaceContext>
  </NamesContext>
)

const Shown = ({ message: shown }: { message: SlackShownMessage }) => (
  <Message
    message={shown}
    author={people.find(({ id }) => id === shown.user) ?? app}
    isCompact={false}
    people={people}
    me={ada.id}
    onReact={() => {}}
    onOpenThread={() => {}}
    onDismiss={() => {}}
  />
)

const View = ({ view }: { view: SlackView }) =>
  view.type === 'home' ? (
    <div className="sample-blocks">
      <Blocks blocks={view.blocks} />
    </div>
  ) : (
    <SlackModal
      view={view}
      app={{ id: app.id, name: app.realName }}
      onSubmit={async () => ({})}
      onAct={() => {}}
      onClose={() => {}}
    />
  )
