import type { ModalView } from '@slack/types'
import type { MessageContent } from '../blocks.ts'
import { modalTitle } from './message-modal.ts'

/** One ticket in a modal, for the home tab, which is no conversation. @param home the place of the home tab below it */
export const ticketViewModal = ({ blocks }: MessageContent, number: string, home: string): ModalView => ({
  type: 'modal',
  title: modalTitle(`Ticket ${number}`),
  close: { type: 'plain_text', text: 'Close' },
  private_metadata: home,
  blocks,
})
