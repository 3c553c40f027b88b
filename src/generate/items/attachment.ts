import { lookalike } from "../custom-data.ts";
import type { Random } from "../random.ts";
import { textOf } from "../text.ts";

/** What is attached to a message: files of every kind, link previews, and kinds of an app's own, seldom with custom data that looks like items. */
export function attachment(random: Random): Record<string, unknown> {
  const url = `https://example.com/files/${random.below(1_000_000)}`;
  const migrated = random.chance(0.3) ? { migrate_resources: random.chance(0.5) } : {};
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      return {
        type: "image",
        fallback: `${textOf(random, 2)}.png`,
        image_url: `${url}.png`,
        thumb_url: `${url}.small.png`,
        original_width: 1 + random.below(4000),
        original_height: 1 + random.below(4000),
        ...migrated,
      };
    case 3:
      return { type: "video", asset_url: `${url}.mp4`, thumb_url: `${url}.png`, ...migrated };
    case 4:
      return {
        type: "audio",
        asset_url: `${url}.ogg`,
        mime_type: "audio/ogg",
        waveform_data: Array.from({ length: 8 }, () => random.below(100) / 100),
      };
    case 5:
      return {
        type: "file",
        title: `${textOf(random, 3)}.pdf`,
        asset_url: `${url}.pdf`,
        size: random.below(50_000_000),
        ...migrated,
      };
    case 6:
      return {
        type: "link",
        og_scrape_url: url,
        title: textOf(random, 4),
        title_link: url,
        text: textOf(random, 12),
        author_name: textOf(random, 2),
        author_link: "https://example.com/author",
        author_icon: "https://example.com/author.png",
      };
    default:
      return {
        type: random.pick(["poll", "location", "message"]),
        color: "#36a64f",
        pretext: textOf(random, 3),
        footer: textOf(random, 2),
        footer_icon: `${url}.ico`,
        answers: random.chance(0.1) ? lookalike(random) : { type: "vote", count: random.below(9) },
      };
  }
}
