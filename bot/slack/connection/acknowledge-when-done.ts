import type { App, ReceiverEvent } from '@slack/bolt'

/**
 * Acknowledges an event only after its listeners have succeeded. Bolt does it before they run (App.js: "Events API
 * requests are acknowledged right away"), and a reply would be lost if the process died before storing it. Slack
 * delivers an event that was not acknowledged again: at once, after one minute and after five
 * (https://docs.slack.dev/apis/events-api#retries). Over HTTP the receiver answers 500.
 */
export function acknowledgeEventsWhenDone(app: Pick<App, 'processEvent'>) {
  const process = app.processEvent.bind(app)
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'event_callback') return process(event)
    await process({ ...event, ack: async () => {} })
    await event.ack()
  }
}
