#include "bare_loop.h"

#include <librdkafka/rdkafka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>

#define BATCH 5000

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void set(rd_kafka_conf_t *conf, const char *name, const char *value) {
    char text[512];
    if (rd_kafka_conf_set(conf, name, value, text, sizeof(text)) != RD_KAFKA_CONF_OK) fprintf(stderr, "%s\n", text);
}

static int failed(const char *what, const char *why) {
    fprintf(stderr, "the bare loop failed %s: %s\n", what, why);
    return -1;
}

/// Gives what the error says, and frees it; 0 where there is none.
static int failed_with(const char *what, rd_kafka_error_t *error) {
    if (!error) return 0;
    failed(what, rd_kafka_error_string(error));
    rd_kafka_error_destroy(error);
    return -1;
}

typedef struct {
    const bare_task *task;
    rd_kafka_t *consumer;
    rd_kafka_queue_t *queue;
    rd_kafka_t *producer;
    rd_kafka_topic_t *output;
    rd_kafka_consumer_group_metadata_t *group;
    rd_kafka_topic_partition_list_t *positions;
} loop_t;

static int open_loop(loop_t *loop, const bare_task *task) {
    char text[512];
    loop->task = task;
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    set(conf, "bootstrap.servers", task->servers);
    set(conf, "group.id", task->group);
    set(conf, "isolation.level", "read_committed");
    set(conf, "enable.auto.commit", "false");
    set(conf, "enable.auto.offset.store", "false");
    set(conf, "auto.offset.reset", "earliest");
    set(conf, "receive.message.max.bytes", "2000000000");
    set(conf, "socket.nagle.disable", "true");
    loop->consumer = rd_kafka_new(RD_KAFKA_CONSUMER, conf, text, sizeof(text));
    if (!loop->consumer) return failed("to make a consumer", text);
    rd_kafka_poll_set_consumer(loop->consumer);
    loop->queue = rd_kafka_queue_get_consumer(loop->consumer);

    conf = rd_kafka_conf_new();
    set(conf, "bootstrap.servers", task->servers);
    set(conf, "transactional.id", task->transactional_id);
    set(conf, "linger.ms", "5");
    set(conf, "socket.nagle.disable", "true");
    loop->producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, text, sizeof(text));
    if (!loop->producer) return failed("to make a producer", text);
    if (failed_with("to begin", rd_kafka_init_transactions(loop->producer, 60000))) return -1;
    loop->output = rd_kafka_topic_new(loop->producer, task->output_topic, NULL);
    loop->group = rd_kafka_consumer_group_metadata(loop->consumer);

    loop->positions = rd_kafka_topic_partition_list_new((int)task->input_count);
    for (size_t index = 0; index < task->input_count; index++) {
        rd_kafka_topic_partition_list_add(
            loop->positions, task->input_topics[index], task->input_partitions[index])->offset = 0;
    }
    if (rd_kafka_assign(loop->consumer, loop->positions)) return failed("to read", "no assignment");
    for (int index = 0; index < loop->positions->cnt; index++) loop->positions->elems[index].offset = RD_KAFKA_OFFSET_INVALID;
    return 0;
}

static void close_loop(loop_t *loop) {
    if (loop->positions) rd_kafka_topic_partition_list_destroy(loop->positions);
    if (loop->group) rd_kafka_consumer_group_metadata_destroy(loop->group);
    if (loop->output) rd_kafka_topic_destroy(loop->output);
    if (loop->queue) rd_kafka_queue_destroy(loop->queue);
    if (loop->consumer) {
        rd_kafka_consumer_close(loop->consumer);
        rd_kafka_destroy(loop->consumer);
    }
    if (loop->producer) rd_kafka_destroy(loop->producer);
}

/// Takes up to `count` records; waits for the first.
static ssize_t take(loop_t *loop, rd_kafka_message_t **messages, size_t count, int wait) {
    ssize_t taken = rd_kafka_consume_batch_queue(loop->queue, wait, messages, count);
    for (ssize_t index = 0; index < taken; index++) {
        rd_kafka_message_t *message = messages[index];
        if (message->err) continue;
        const char *topic = rd_kafka_topic_name(message->rkt);
        for (int place = 0; place < loop->positions->cnt; place++) {
            rd_kafka_topic_partition_t *position = &loop->positions->elems[place];
            if (position->partition == message->partition && !strcmp(position->topic, topic))
                position->offset = message->offset + 1;
        }
    }
    return taken;
}

static int produce(loop_t *loop, const bare_output *output) {
    while (1) {
        rd_kafka_resp_err_t error = rd_kafka_producev(
            loop->producer, RD_KAFKA_V_RKT(loop->output), RD_KAFKA_V_PARTITION(output->partition),
            RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_KEY(output->key, output->key_length),
            RD_KAFKA_V_VALUE((void *)output->value, output->value_length),
            RD_KAFKA_V_HEADER(loop->task->header_name, loop->task->header_value, -1), RD_KAFKA_V_END);
        if (!error) return 0;
        if (error != RD_KAFKA_RESP_ERR__QUEUE_FULL) return failed("to write", rd_kafka_err2str(error));
        rd_kafka_poll(loop->producer, 10);
    }
}

static int commit(loop_t *loop) {
    rd_kafka_topic_partition_list_t *moved = rd_kafka_topic_partition_list_new(loop->positions->cnt);
    for (int index = 0; index < loop->positions->cnt; index++) {
        rd_kafka_topic_partition_t *position = &loop->positions->elems[index];
        if (position->offset >= 0)
            rd_kafka_topic_partition_list_add(moved, position->topic, position->partition)->offset = position->offset;
    }
    int result = failed_with(
        "to hand over positions",
        rd_kafka_send_offsets_to_transaction(loop->producer, moved, loop->group, 60000));
    rd_kafka_topic_partition_list_destroy(moved);
    return result ? result : failed_with("to commit", rd_kafka_commit_transaction(loop->producer, 60000));
}

int64_t bare_loop(
    const bare_task *task, const bare_transaction *transactions, size_t transaction_count, const bare_output *outputs) {
    loop_t loop = {0};
    rd_kafka_message_t **messages = malloc(BATCH * sizeof(*messages));
    int64_t began = 0, result = open_loop(&loop, task);
    for (size_t number = 0; !result && number < transaction_count; number++) {
        size_t missing = transactions[number].inputs;
        while (missing > 0) {
            ssize_t taken = take(&loop, messages, missing < BATCH ? missing : BATCH, began ? 20 : 1);
            for (ssize_t index = 0; index < taken; index++) {
                if (!messages[index]->err) {
                    if (!began) began = now();
                    missing--;
                }
                rd_kafka_message_destroy(messages[index]);
            }
        }
        result = failed_with("to begin", rd_kafka_begin_transaction(loop.producer));
        for (size_t index = 0; !result && index < transactions[number].outputs; index++) result = produce(&loop, outputs++);
        if (!result) result = commit(&loop);
    }
    int64_t time = now() - began;
    close_loop(&loop);
    free(messages);
    return result ? result : time;
}

int64_t bare_echo(const bare_task *task, int64_t nanoseconds) {
    loop_t loop = {0};
    rd_kafka_message_t **messages = malloc(BATCH * sizeof(*messages));
    int64_t count = 0, end = now() + nanoseconds, result = open_loop(&loop, task);
    while (!result && now() < end) {
        ssize_t taken = take(&loop, messages, BATCH, 1);
        if (taken <= 0) continue;
        result = failed_with("to begin", rd_kafka_begin_transaction(loop.producer));
        for (ssize_t index = 0; index < taken; index++) {
            rd_kafka_message_t *message = messages[index];
            bare_output output = {0, message->key, message->key_len, message->payload, message->len};
            if (!result && !message->err) {
                result = produce(&loop, &output);
                count++;
            }
            rd_kafka_message_destroy(message);
        }
        if (!result) result = commit(&loop);
    }
    close_loop(&loop);
    free(messages);
    return result ? result : count;
}
