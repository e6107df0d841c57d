import type { ModalView } from '@slack/types'

export const searchFormId = 'tickets_search'
/** The block id and the action id of the one input. */
export const searchField = 'words'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

/** Asks for the words of a search. @param q the words so far */
export const searchForm = (q?: string): ModalView => ({
  type: 'modal',
  callback_id: searchFormId,
  title: plain('Search tickets'),
  submit: plain('Search'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: searchField,
      label: plain('Words, or a number'),
      hint: plain('Finds titles, descriptions, comments and names. Use quotes for a phrase.'),
      element: {
        type: 'plain_text_input',
        action_id: searchField,
        max_length: 100,
        focus_on_load: true,
        ...(q ? { initial_value: q } : {}),
      },
    },
  ],
})
