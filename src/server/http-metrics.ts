/** Upper bounds of how long requests take, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Series {
  readonly labels: string;
  readonly buckets: number[];
  count: number;
  sum: number;
}

/** Counts answered requests and how long they took, by route and status. */
export class HttpMetrics {
  readonly #series = new Map<string, Series>();

  /** Notes a request.
   *
   * @param operation of the route; there are as many as routes */
  observe(operation: string, status: number, seconds: number): void {
    const labels = `operation="${operation}",status="${status}"`;
    const series = this.#series.get(labels) ?? {
      labels,
      buckets: bounds.map(() => 0),
      count: 0,
      sum: 0,
    };
    this.#series.set(labels, series);
    bounds.forEach((bound, n) => {
      if (seconds <= bound) series.buckets[n]!++;
    });
    series.count++;
    series.sum += seconds;
  }

  /** A Prometheus histogram. */
  text(): string {
    const name = "chatferry_http_request_duration_seconds";
    const lines = [...this.#series.values()].flatMap(({ labels, buckets, count, sum }) => [
      ...bounds.map((bound, n) => `${name}_bucket{${labels},le="${bound}"} ${buckets[n]}`),
      `${name}_bucket{${labels},le="+Inf"} ${count}`,
      `${name}_sum{${labels}} ${sum}`,
      `${name}_count{${labels}} ${count}`,
    ]);
    return [
      `# HELP ${name} How long requests took to be answered; of streams, to their beginning.`,
      `# TYPE ${name} histogram`,
      ...lines,
      "",
    ].join("\n");
  }
}
