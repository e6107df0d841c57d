import type { App, ReceiverEvent } from '@slack/bolt'

/**
 * Bolt answers an Events API request before its listeners run (App.js: "Events API requests are acknowledged right
 * away"). Slack then never sends it again, and a reply that was not yet in the database when the process died would
 * be lost. So listeners get an empty acknowledgement, and Slack gets the real one when they have succeeded. When they
 * fail nothing is acknowledged (over HTTP the receiver answers 500) and Slack delivers the event again: at once,
 * after a minute and after five (https://docs.slack.dev/apis/events-api#retries).
 */
export function acknowledgeEventsWhenDone(app: Pick<App, 'processEvent'>) {
  const process = app.processEvent.bind(app)
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'event_callback') return process(event)
    await process({ ...event, ack: async () => {} })
    await event.ack()
  }
}
