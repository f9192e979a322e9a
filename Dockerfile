FROM python:3.11.14-slim-bookworm
WORKDIR /app
COPY requirements.lock .
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY bot bot
COPY content content
COPY data data
COPY dialogue dialogue
COPY learning learning
COPY scheduler scheduler
RUN python -m bot.locales compile && mkdir var && chown 10001 var
USER 10001
CMD ["python", "-m", "bot", "run"]
