import { ComponentType, TextInputStyle } from 'discord-api-types/v10'

const options = ['Low', 'High'].map((label) => ({ label, value: label }))
const labelled = (label: string, component: object, description?: string) => ({
  type: ComponentType.Label,
  label,
  ...(description && { description }),
  component,
})

/** A form with every input that the page draws. */
export const modalSample = {
  custom_id: 'sample',
  title: 'Every input',
  components: [
    { type: ComponentType.TextDisplay, content: 'Fill in **all** of it.' },
    labelled('Title', {
      type: ComponentType.TextInput,
      style: TextInputStyle.Short,
      custom_id: 'title',
      placeholder: 'What is wrong?',
      max_length: 100,
    }),
    labelled(
      'Answer',
      {
        type: ComponentType.TextInput,
        style: TextInputStyle.Paragraph,
        custom_id: 'text',
        required: false,
        max_length: 4_000,
      },
      'The requester sees it.',
    ),
    labelled('Priority', { type: ComponentType.StringSelect, custom_id: 'priority', options }),
    labelled('Moderator', { type: ComponentType.UserSelect, custom_id: 'who', required: false }),
    labelled('One of', { type: ComponentType.RadioGroup, custom_id: 'radio', options }),
  ],
}
