/** An event of a stream of server-sent events. */
export interface ServerEvent {
  readonly id: string;
  readonly data: string;
}

/** Reads the events of a stream as they come, without its comments. Source: the HTML standard, section 9.2, as far as the server makes use of it: lines end by a newline, and each field stands in one line. */
export async function* readEvents(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const block of stream) {
    const blocks = (text + decoder.decode(block, { stream: true })).split("\n\n");
    text = blocks.pop()!;
    for (const lines of blocks) {
      const data = /^data: (.*)$/m.exec(lines)?.[1];
      if (data !== undefined) yield { id: /^id: (.*)$/m.exec(lines)?.[1] ?? "", data };
    }
  }
}
