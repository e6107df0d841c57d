import type { BlockAction, Middleware, SlackActionMiddlewareArgs, StaticSelectAction } from '@slack/bolt'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { readTicketForm, writeTicketForm } from '../ticket-form-context.ts'
import { isAsked, withFields } from '../views/forms/field-inputs.ts'
import { chosenCategory } from './chosen-category.ts'
import { answersByBlock } from './read-answers.ts'

/**
 * Shows what the chosen category asks. Slack keeps what is in the other inputs, and the
 * form what was typed for another category. If the form has changed since, Slack refuses
 * (`hash_conflict`), because another choice was quicker; submitting the form shows the right fields in any case.
 */
export const onCategoryChosen =
  ({
    desk,
    log,
  }: SlackDependencies): Middleware<SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>> =>
  async ({ ack, action, body, client }) => {
    await ack()
    const { view } = body
    if (!view) return
    try {
      const category = await chosenCategory(desk, action.selected_option?.value)
      if (!category?.form?.fields.length && !view.blocks.some(isAsked)) return
      const { files, kept: before } = readTicketForm(view.private_metadata)
      const kept = { ...before, ...answersByBlock(view.state) }
      const private_metadata = writeTicketForm({ files, kept })
      const form = withFields({ ...view, private_metadata }, category, { kept })
      await client.views.update({ view_id: view.id, hash: view.hash, view: form })
    } catch (error) {
      log.warn({ err: briefError(error) }, 'The fields of a category could not be shown on Slack')
    }
  }
