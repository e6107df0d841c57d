import { expect, test } from 'vitest'
import { slackManifest } from '../../../../bot/slack/manifest/manifest.ts'

test('with Socket Mode there is no address to send requests to', () => {
  const manifest = slackManifest()
  expect(manifest.settings?.socket_mode_enabled).toBe(true)
  expect(JSON.stringify(manifest)).not.toContain('url')
})

test('over HTTP everything goes to one address', () => {
  const url = 'https://desk.example.com/slack/events'
  const manifest = slackManifest({ requestUrl: url })
  expect(manifest.settings?.socket_mode_enabled).toBe(false)
  expect(manifest.settings?.event_subscriptions?.request_url).toBe(url)
  expect(manifest.settings?.interactivity?.request_url).toBe(url)
  expect(new Set(manifest.features?.slash_commands?.map((command) => command.url))).toEqual(new Set([url]))
})
