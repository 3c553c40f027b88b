/** The stream of what an iteration gives, taken as it is asked for.
 *
 * @param onCancel what ends the iteration when nobody reads on; it may be waiting. Default: its own `return` */
export function streamOf(
  bytes: AsyncIterable<Uint8Array>,
  onCancel?: () => void,
): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        if (onCancel) onCancel();
        else await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
