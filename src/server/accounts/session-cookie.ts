/** The name of the cookie that holds a session; over https it has `__Secure-` before it. */
export const sessionCookie = "chatferry.session_token";
