import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'

/** Handles a press of a button, in a message or a view. */
export type ButtonHandler = Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>>

/** Handles the submission of a form. */
export type FormHandler = Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>>
