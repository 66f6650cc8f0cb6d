import { expect, test } from 'vitest';
import { addressFrom, canonicalUrl } from '../src/url.ts';

test.each([
  ['https://courier.example/a?utm_source=feed&id=7#top', 'https://courier.example/a?id=7'],
  ['https://courier.example/a?at_medium=RSS&at_campaign=rss&at_night=1', 'https://courier.example/a?at_night=1'],
  ['https://courier.example/a?CMP=rss&msclkid=7', 'https://courier.example/a'],
  ['http://courier.example/a?q=a+b&r=%7E', 'http://courier.example/a?q=a+b&r=%7E'],
  ['http://bell:secret@courier.example/', 'http://courier.example/'],
  ['ftp://courier.example/a', null],
  ['mailto:desk@courier.example', null],
  ['no address', null],
])('the address of %s is %s', (value, address) => {
  expect(canonicalUrl(value)).toBe(address);
});

test.each([
  ['/a', 'https://courier.example/feed', 'https://courier.example/a'],
  ['https://herald.example/a', 'https://courier.example/feed', 'https://herald.example/a'],
  ['https://herald.example/a', 'no address', 'https://herald.example/a'],
  ['/a', 'no address', null],
  ['/a', null, null],
  [null, 'https://courier.example/feed', null],
])('%s, as seen from %s, is %s', (value, base, address) => {
  expect(addressFrom(value, base)).toBe(address);
});
