#ifndef LINKAGE_BARE_LOOP_H
#define LINKAGE_BARE_LOOP_H

#include <stddef.h>
#include <stdint.h>

/// A record that the loop writes.
typedef struct {
    int32_t partition;
    const void *key;
    size_t key_length;
    const void *value;
    size_t value_length;
} bare_output;

/// A transaction: how many records are read before it, and how many of the outputs it holds.
typedef struct {
    size_t inputs;
    size_t outputs;
} bare_transaction;

/// What the loop reads and writes.
typedef struct {
    const char *servers;
    /// The group whose positions the transactions move.
    const char *group;
    const char *transactional_id;
    /// One name an input partition; each is read from its first offset.
    const char *const *input_topics;
    const int32_t *input_partitions;
    size_t input_count;
    /// Every output goes here, with one header.
    const char *output_topic;
    const char *header_name;
    const char *header_value;
} bare_task;

/// Reads records and writes given ones, in given transactions, with librdkafka and nothing else: what a service on Kafka
/// can't be faster than. Properties are those of the platform's own clients.
/// - returns: Nanoseconds from the first record until the last transaction is committed; negative where librdkafka
///   failed, which is then told on standard error.
int64_t bare_loop(
    const bare_task *task, const bare_transaction *transactions, size_t transaction_count, const bare_output *outputs);

/// Reads records for so long, and answers each batch with as many outputs in a transaction: what a hop can't be
/// quicker than. The value of an input becomes the value of its output.
/// - returns: How many records came; negative where librdkafka failed.
int64_t bare_echo(const bare_task *task, int64_t nanoseconds);

#endif
