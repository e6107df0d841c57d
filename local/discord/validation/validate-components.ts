import { ComponentType } from 'discord-api-types/v10'
import { countCharacters, type Form, isJson, type Json } from './form.ts'
import { checkUrl } from './validate-embeds.ts'

/** What is counted over a whole message. */
type Tally = { customIds: Set<string>; components: number; text: number }

type Checker = (form: Form, part: Json, tally: Tally) => void

const selectTypes = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

const containerComponents = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
]

const checkers: { [type: number]: Checker } = {
  [ComponentType.ActionRow]: checkActionRow,
  [ComponentType.Button]: checkButton,
  [ComponentType.Section]: checkSection,
  [ComponentType.TextDisplay]: checkTextDisplay,
  [ComponentType.Thumbnail]: (form, part) => checkMedia(form, part),
  [ComponentType.MediaGallery]: checkGallery,
  [ComponentType.File]: () => {},
  [ComponentType.Separator]: () => {},
  [ComponentType.Container]: (form, part, tally) => checkChildren(form, part, tally, containerComponents, 40),
  ...Object.fromEntries(selectTypes.map((type) => [type, checkSelect])),
}

/**
 * A message's components. Without the Components V2 flag: at most 5 action rows. With it: 40 components in all and
 * 4000 characters of text (https://discord.com/developers/docs/components/reference).
 */
export function validateComponents(form: Form, body: Json, isV2: boolean): void {
  const tally: Tally = { customIds: new Set(), components: 0, text: 0 }
  const top = isV2 ? [...containerComponents, ComponentType.Container] : [ComponentType.ActionRow]
  checkList(form, body, 'components', tally, top, { max: isV2 ? 40 : 5 })
  if (isV2 && tally.components > 40)
    form
      .at('components')
      .problem('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'Exceeded the maximum total of 40 components.')
  if (tally.text > 4000)
    form
      .at('components')
      .problem('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', 'Text of all components exceeds 4000 characters.')
}

/** `custom_id`: 1 to 100 characters, unique in its message or modal. */
export function checkCustomId(form: Form, part: Json, taken: Set<string>): void {
  const customId = form.text(part, 'custom_id', { min: 1, max: 100, required: true })
  if (customId === undefined) return
  if (taken.has(customId))
    form.at('custom_id').problem('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
  taken.add(customId)
}

/** A select in a message or a modal: 1 to 25 options with unique values, placeholder of 150. */
export function checkSelect(form: Form, part: Json, tally: { customIds: Set<string> }): void {
  checkCustomId(form, part, tally.customIds)
  form.text(part, 'placeholder', { max: 150 })
  if (part.type !== ComponentType.StringSelect) return
  const values = new Set<unknown>()
  for (const [index, value] of form.list(part, 'options', { min: 1, max: 25, required: true }).entries()) {
    const at = form.at('options', index)
    const option = at.record(value)
    if (!option) continue
    at.text(option, 'label', { min: 1, max: 100, required: true })
    at.text(option, 'value', { min: 1, max: 100, required: true })
    at.text(option, 'description', { max: 100 })
    if (values.has(option.value))
      at.at('value').problem(
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      )
    values.add(option.value)
  }
}

function checkList(
  form: Form,
  part: Json,
  key: string,
  tally: Tally,
  allowed: ComponentType[],
  size: { min?: number; max: number },
) {
  for (const [index, value] of form.list(part, key, size).entries()) {
    checkOne(form.at(key, index), value, tally, allowed)
  }
}

function checkOne(form: Form, value: unknown, tally: Tally, allowed: ComponentType[]) {
  const part = form.record(value)
  if (!part) return
  tally.components += 1
  if (!allowed.some((type) => type === part.type))
    return form.at('type').problem('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed}).`)
  checkers[Number(part.type)]?.(form, part, tally)
}

function checkChildren(form: Form, part: Json, tally: Tally, allowed: ComponentType[], max: number) {
  if (!part.components) return form.at('components').problem('BASE_TYPE_REQUIRED', 'This field is required')
  checkList(form, part, 'components', tally, allowed, { min: 1, max })
}

function checkActionRow(form: Form, row: Json, tally: Tally) {
  checkChildren(form, row, tally, [ComponentType.Button, ...selectTypes], 5)
  const children = Array.isArray(row.components) ? row.components : []
  const selects = children.filter((child) => isJson(child) && child.type !== ComponentType.Button)
  if (selects.length > 0 && children.length > 1)
    form
      .at('components')
      .problem('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')
}

function checkButton(form: Form, button: Json, tally: Tally) {
  const { style } = button
  if (typeof style !== 'number' || style < 1 || style > 6)
    return form.at('style').problem('BASE_TYPE_CHOICES', 'Value must be one of (1, 2, 3, 4, 5, 6).')
  form.text(button, 'label', { max: 80 })
  if (style === 5) {
    if (button.custom_id)
      form
        .at('custom_id')
        .problem('COMPONENT_CUSTOM_ID_NOT_ALLOWED', 'A link button must not have a custom id')
    form.text(button, 'url', { min: 1, max: 512, required: true })
    checkUrl(form.at('url'), button.url)
  } else if (style !== 6) {
    if (button.url) form.at('url').problem('BUTTON_COMPONENT_URL_NOT_ALLOWED', 'Only a link button has a URL')
    checkCustomId(form, button, tally.customIds)
  }
  if (style !== 6 && !button.label && !button.emoji)
    form.problem('BUTTON_COMPONENT_EMPTY', 'A button needs a label or an emoji')
}

function checkSection(form: Form, section: Json, tally: Tally) {
  checkChildren(form, section, tally, [ComponentType.TextDisplay], 3)
  checkOne(form.at('accessory'), section.accessory, tally, [ComponentType.Button, ComponentType.Thumbnail])
}

function checkTextDisplay(form: Form, part: Json, tally: Tally) {
  tally.text += countCharacters(form.text(part, 'content', { min: 1, max: 4000, required: true }) ?? '')
}

function checkGallery(form: Form, part: Json) {
  for (const [index, item] of form.list(part, 'items', { min: 1, max: 10, required: true }).entries()) {
    const at = form.at('items', index)
    const record = at.record(item)
    if (record) checkMedia(at, record)
  }
}

function checkMedia(form: Form, part: Json) {
  const media = form.at('media').record(part.media)
  if (!media) return
  form.at('media').text(media, 'url', { min: 1, max: 2048, required: true })
  checkUrl(form.at('media', 'url'), media.url)
}
