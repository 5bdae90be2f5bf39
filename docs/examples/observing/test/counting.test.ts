import { DENIAL_TYPES, forInviter, InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { denialCounter } from '../../counting-denials.js'

test('the counters of OpenTelemetry count every type from 0', async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })
  const meter = new MeterProvider({ readers: [reader] }).getMeter('service')
  const count = denialCounter(meter.createCounter('invitations.denials'))
  const countDisclosed = denialCounter(meter.createCounter('invitations.denials.disclosed'), [
    'RecipientUnavailable',
  ])
  const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK))
  await policy
    .evaluate(aRequest({ recipientId: 'dora', groupId: 'chess' }))
    .orTee(count)
    .mapErr((error) => forInviter(error))
    .orTee(countDisclosed)
  await reader.forceFlush()

  const metrics = exporter.getMetrics()[0]?.scopeMetrics[0]?.metrics ?? []
  const figures = metrics.map(({ descriptor, dataPoints }) => {
    const counts = dataPoints.map(({ attributes, value }) => [attributes, value] as const)
    const raised = counts.filter(([, value]) => value !== 0)
    return { name: descriptor.name, series: counts.length, raised }
  })
  expect(figures).toEqual([
    {
      name: 'invitations.denials',
      series: DENIAL_TYPES.length,
      raised: [
        [{ type: 'RecipientOptedOut' }, 1],
        [{ type: 'SalutationMissing' }, 1],
      ],
    },
    {
      name: 'invitations.denials.disclosed',
      series: DENIAL_TYPES.length + 1,
      raised: [[{ type: 'RecipientUnavailable' }, 1]],
    },
  ])
  await reader.shutdown()
})
