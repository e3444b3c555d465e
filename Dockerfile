# The command in a container: docs/ci.md has examples.
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# The image holds the files of the package, and what it depends on.
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && npm pack --ignore-scripts \
  && mkdir /suite \
  && tar -xzf ecs-metadata-conformance-*.tgz --strip-components 1 -C /suite \
  && mv node_modules /suite/

FROM node:22-slim
COPY --from=build /suite /suite
RUN chmod +x /suite/dist/cli/main.js \
  && ln -s /suite/dist/cli/main.js /usr/local/bin/ecs-metadata-conformance \
  && install --directory --owner node /reports
USER node
# The reports and the journal go into /reports/conformance-report: mount a folder there.
WORKDIR /reports
ENTRYPOINT ["ecs-metadata-conformance"]
CMD ["--help"]
