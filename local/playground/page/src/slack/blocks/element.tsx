import type { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types'
import { PlatformError } from '../../shared/platform-error.tsx'
import { Button } from './button.tsx'
import { FileInput } from './file-input.tsx'
import { Image } from './image.tsx'
import { Checkboxes, RadioButtons } from './marks.tsx'
import { Overflow } from './overflow.tsx'
import { RichTextInput } from './rich-text-input.tsx'
import { SelectOne, SelectSeveral } from './selects.tsx'
import { DateOrTime, PlainText, TypedText } from './text-inputs.tsx'

export type AnyElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory

type Props = {
  blockId: string
  element: AnyElement
  label: string
  /** Whether the app hears of each change. */
  tellsApp: boolean
}

/** https://docs.slack.dev/reference/block-kit/block-elements */
export function Element({ element, ...rest }: Props) {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <Button element={element} {...rest} />
    case 'overflow':
      return <Overflow element={element} {...rest} />
    case 'image':
      return <Image element={element} className="s-thumb" />
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return <SelectOne element={element} {...rest} />
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <SelectSeveral element={element} {...rest} />
    case 'checkboxes':
      return <Checkboxes element={element} {...rest} />
    case 'radio_buttons':
      return <RadioButtons element={element} {...rest} />
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateOrTime element={element} {...rest} />
    case 'plain_text_input':
      return <PlainText element={element} {...rest} />
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TypedText element={element} {...rest} />
    case 'rich_text_input':
      return <RichTextInput element={element} {...rest} />
    case 'file_input':
      return <FileInput element={element} {...rest} />
    default:
      return (
        <PlatformError>invalid_blocks: unsupported type: {(element as { type: string }).type}</PlatformError>
      )
  }
}
