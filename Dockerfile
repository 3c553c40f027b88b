# The whole service: docker build -t chatferry . && docker run -p 8787:8787 -v chatferry:/data chatferry
FROM node:24-slim AS package
WORKDIR /source
COPY . .
RUN npm ci && npm pack --pack-destination /package

FROM node:24-slim
COPY --from=package /package /package
RUN npm install --global --omit=dev /package/*.tgz \
  && npm cache clean --force \
  && rm -r /package \
  && install --directory --owner=node --group=node --mode=700 /data
ENV NODE_ENV=production CHATFERRY_DATA=/data CHATFERRY_HOST=0.0.0.0
USER node
WORKDIR /data
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.CHATFERRY_PORT || 8787}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["chatferry"]
CMD ["serve"]
