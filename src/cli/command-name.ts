/** How a person runs the command: in a checkout by npm, else by its name. */
export const commandName =
  process.env["npm_lifecycle_event"] === "start" ? "npm start --" : "chatferry";
