# The command with every format of containers:
#   docker build -t cleaner .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/corpus" cleaner clean .
FROM python:3.13-slim

COPY . /source
RUN pip install --no-cache-dir --no-compile '/source[parquet,warc]' && rm -r /source

# Any user may run it: what is kept between runs is kept here.
ENV XDG_CACHE_HOME=/tmp
WORKDIR /corpus
ENTRYPOINT ["cleaner"]
CMD ["--help"]
