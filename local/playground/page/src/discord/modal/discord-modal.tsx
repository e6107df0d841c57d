import type { APIModalInteractionResponseCallbackData, APIUser } from 'discord-api-types/v10'
import { type SubmitEvent, useId, useState } from 'react'
import { Avatar } from '../../shared/avatar.tsx'
import { Warning } from '../../shared/icons.tsx'
import { keyed } from '../../shared/keyed.ts'
import { PaneDialog } from '../../shared/pane-dialog.tsx'
import { nameOf } from '../message/name-of.ts'
import { Field } from './field.tsx'
import { fieldsOf, initialValues, type Values, validationError } from './modal-fields.ts'

type Props = {
  modal: APIModalInteractionResponseCallbackData
  bot: APIUser
  /** Throws what Discord says above the buttons. */
  onSubmit: (values: Values) => Promise<void>
  onClose: () => void
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export function DiscordModal({ modal, bot, onSubmit, onClose }: Props) {
  const [values, setValues] = useState<Values>(() => initialValues(modal))
  const [failure, setFailure] = useState('')
  const [isTried, setTried] = useState(false)
  const formId = useId()
  const submit = async () => {
    setTried(true)
    setFailure('')
    if (fieldsOf(modal).some((field) => validationError(field, values[field.customId]))) return
    await onSubmit(values).catch((error: Error) => setFailure(error.message))
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <PaneDialog
      isOpen
      className="d-modal"
      title={modal.title}
      onClose={onClose}
      before={<Avatar id={bot.id} name={nameOf(bot)} size={28} round />}
    >
      <form id={formId} className="dialog-body scroll d-form" noValidate onSubmit={send}>
        <p className="d-warning">
          <Warning /> This form will be submitted to <b>{nameOf(bot)}</b>. Do not share passwords or other
          sensitive information.
        </p>
        {keyed(modal.components).map(({ key, item }) => (
          <Field
            key={key}
            part={item}
            values={values}
            isTried={isTried}
            onChange={(customId, value) => setValues((now) => ({ ...now, [customId]: value }))}
          />
        ))}
      </form>
      {failure && (
        <p className="d-modal-error" role="alert">
          {failure}
        </p>
      )}
      <footer className="d-modal-foot">
        <button type="button" className="d-button d-secondary" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" form={formId} className="d-button d-primary">
          Submit
        </button>
      </footer>
    </PaneDialog>
  )
}
