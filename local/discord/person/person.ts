import type { World } from '../world.ts'
import { personCommands } from './person-commands.ts'
import { personComponents } from './person-components.ts'
import { personMessages } from './person-messages.ts'
import { personModal } from './person-modal.ts'
import { createSight } from './sight.ts'

export type Person = ReturnType<typeof createPerson>

/** What one person can do; every method throws where the person could not have done it. */
export function createPerson(world: World, personId: string) {
  if (!world.people.has(personId)) throw new Error(`Nobody has the id ${personId}: addPerson first`)
  const sight = createSight(world, personId)
  return {
    id: personId,
    ...personComponents(world, sight),
    ...personModal(world, sight),
    ...personCommands(world, sight),
    ...personMessages(world, sight),
  }
}
