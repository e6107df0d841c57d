import { describe, expect, test } from 'vitest'
import { batchesOf } from '../../../../bot/discord/outbound/file-batches.ts'

const mebibyte = 1_024 * 1_024
const short = (sizes: number[]) =>
  batchesOf(sizes.map((size) => ({ size: size * mebibyte }))).map(({ uploaded, linked }) => [
    uploaded.map(({ size }) => size / mebibyte),
    linked.map(({ size }) => size / mebibyte),
  ])

describe('files in messages on Discord', () => {
  test.each<[string, number[], number[][][]]>([
    ['none make no message', [], []],
    ['small ones share one', [1, 2, 3], [[[1, 2, 3], []]]],
    ['of 10 MB in all share one', [4, 6], [[[4, 6], []]]],
    [
      'of more than 10 MB take several, in their order',
      [6, 6, 3],
      [
        [[6], []],
        [[6, 3], []],
      ],
    ],
    [
      'too large ones are links in the first',
      [1, 11, 2, 25],
      [
        [
          [1, 2],
          [11, 25],
        ],
      ],
    ],
    ['only too large ones are links alone', [11], [[[], [11]]]],
    [
      'more than ten take several',
      Array.from({ length: 11 }, () => 0),
      [
        [Array.from({ length: 10 }, () => 0), []],
        [[0], []],
      ],
    ],
  ])('%s', (_, sizes, expected) => {
    expect(short(sizes)).toEqual(expected)
  })
})
