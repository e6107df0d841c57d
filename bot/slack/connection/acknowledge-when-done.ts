import type { App, ReceiverEvent } from '@slack/bolt'

/**
 * Acknowledges an event only after its listeners have succeeded. Bolt acknowledges before they run (App.js: "Events API
 * requests are acknowledged right away"), so a message would be lost if the process died before storing it. Slack
 * redelivers an unacknowledged event at once, after one minute and after five
 * (https://docs.slack.dev/apis/events-api#retries). Over HTTP, the receiver answers a failed event with 500.
 */
export function acknowledgeEventsWhenDone(app: Pick<App, 'processEvent'>) {
  const process = app.processEvent.bind(app)
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'event_callback') return process(event)
    await process({ ...event, ack: async () => {} })
    await event.ack()
  }
}
