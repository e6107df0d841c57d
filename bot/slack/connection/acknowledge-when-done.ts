import type { App, ReceiverEvent } from '@slack/bolt'

/**
 * Acknowledges an event only after its listeners have succeeded. Bolt acknowledges before they run (App.js: "Events API
 * requests are acknowledged right away"), so a message would be lost if the process died before storing it. Slack
 * redelivers an unacknowledged event at once, after one minute and after five
 * (https://docs.slack.dev/apis/events-api#retries). Over HTTP, the receiver answers a failed event with 500.
 * @param stopping from then on nothing is acknowledged, since the next process may have handled a later event already,
 * e.g. the deletion of a message that this one has just stored. Handling the repeated event puts that right.
 */
export function acknowledgeEventsWhenDone(app: Pick<App, 'processEvent'>, stopping: AbortSignal) {
  const process = app.processEvent.bind(app)
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'event_callback') return process(event)
    await process({ ...event, ack: async () => {} })
    if (stopping.aborted) throw new Error('The desk stops, and Slack is to repeat the event')
    await event.ack()
  }
}
