import type { BlockAction, Middleware, SlackActionMiddlewareArgs, StaticSelectAction } from '@slack/bolt'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { isAsked, withFields } from '../views/field-inputs.ts'
import { chosenCategory } from './chosen-category.ts'

/**
 * Shows what the chosen category asks. Slack keeps what is in the other inputs. If the form has changed since, Slack refuses
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
      await client.views.update({ view_id: view.id, hash: view.hash, view: withFields(view, category) })
    } catch (error) {
      log.warn({ err: briefError(error) }, 'The fields of a category could not be shown on Slack')
    }
  }
