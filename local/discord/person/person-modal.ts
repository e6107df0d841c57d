import { type APIAttachment, InteractionType } from 'discord-api-types/v10'
import { withUrl } from '../contents.ts'
import { interact } from '../start-interaction.ts'
import type { OpenModal, World } from '../world.ts'
import { attachment } from './message-extras.ts'
import { fillModal, type ModalValues } from './modal-form.ts'
import { type Patience, patienceOf, type Seen } from './seen.ts'
import type { Sight } from './sight.ts'

/** What a person does with the modal that is open for them. */
export function personModal(world: World, { personId, channelOf }: Sight) {
  function reopen(modal: OpenModal) {
    if (!world.openModals.has(personId)) world.openModals.set(personId, modal)
    world.changes.emit('change')
  }

  return {
    /** It stays open when the app fails to answer. */
    submitModal: async (
      values: ModalValues,
      options: { patience?: Partial<Patience> } = {},
    ): Promise<Seen> => {
      const open = world.openModals.get(personId)
      if (!open) throw new Error(`No modal is open for ${personId}`)
      const data = { custom_id: open.data.custom_id, ...filledIn(world, open, values) }
      world.openModals.delete(personId)
      const seen = await interact(
        world,
        {
          ...{ type: InteractionType.ModalSubmit, personId, data },
          channel: channelOf(open.channelId),
          sourceMessageId: open.sourceMessageId,
        },
        patienceOf(options.patience),
      )
      if (seen.kind === 'failed') reopen(open)
      return seen
    },

    /** Closes the open modal without sending it. The app gets no event. */
    closeModal: () => {
      world.openModals.delete(personId)
      world.changes.emit('change')
    },
  }
}

/** The form's components, and the files that its uploads name. */
function filledIn(world: World, { data }: OpenModal, values: ModalValues) {
  const attachments: Record<string, APIAttachment> = {}
  const components = fillModal(data, values, (file) => {
    const kept = attachment(world, file)
    attachments[kept.id] = { ...withUrl(world, 'ephemeral', kept), ephemeral: true }
    return kept.id
  })
  return { components, ...(Object.keys(attachments).length > 0 && { resolved: { attachments } }) }
}
