# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server on the loopback for tests. It prints "PORT n" when it listens, "GOT id recipient" for each message that it has
whole, and "STAGE word" where it begins to hang or dies. It ends when its standard input does."""
import argparse
import asyncio
import email
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def say(*words):
    print(*words, flush=True)


async def hang(stage):
    say('STAGE', stage)
    await asyncio.sleep(3600)


class Handler:
    def __init__(self, options):
        self.options = options

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if self.options.mail:
            return self.options.mail
        envelope.mail_from = address
        envelope.mail_options.extend(mail_options)
        return '250 OK'

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if self.options.rcpt:
            return self.options.rcpt
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content)
        if self.options.data:
            return self.options.data
        say('GOT', message['Message-ID'], *envelope.rcpt_tos)
        if self.options.hang == 'end':
            await hang('end')
        if self.options.die == 'end':
            server.transport.abort()
            await asyncio.sleep(3600)
        return '250 2.0.0 Queued'


class Server(SMTP):
    """What dies in the middle of a message reads no more than its beginning."""

    async def smtp_DATA(self, arg):
        options = self.event_handler.options
        if options.die == 'middle':
            await self.push('354 Go on')
            await self._reader.read(1000)
            say('STAGE middle')
            self.transport.abort()
            await asyncio.sleep(3600)
        await super().smtp_DATA(arg)


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument('--security', choices=['none', 'starttls', 'tls'], default='none')
    parser.add_argument('--cert')
    parser.add_argument('--key')
    parser.add_argument('--password', help='for the user "desk"')
    parser.add_argument('--mail', help='answer to MAIL')
    parser.add_argument('--rcpt', help='answer to RCPT')
    parser.add_argument('--data', help='answer to the end of a message')
    parser.add_argument('--hang', choices=['greeting', 'end'])
    parser.add_argument('--die', choices=['middle', 'end'])
    return parser.parse_args()


def make_server(options, context):
    def authenticate(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and data == LoginPassword(b'desk', options.password.encode())
        return AuthResult(success=good, handled=False)

    return Server(Handler(options), hostname='localhost', loop=asyncio.get_running_loop(),
                  tls_context=context if options.security == 'starttls' else None,
                  require_starttls=options.security == 'starttls',
                  authenticator=authenticate if options.password else None,
                  auth_required=bool(options.password), auth_require_tls=options.security == 'starttls')


async def serve(options):
    loop = asyncio.get_running_loop()
    context = None
    if options.cert:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.cert, options.key)

    def make_protocol():
        return asyncio.Protocol() if options.hang == 'greeting' else make_server(options, context)

    server = await loop.create_server(make_protocol, '127.0.0.1', 0,
                                      ssl=context if options.security == 'tls' else None)
    say('PORT', server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)


def main():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(serve(parse()))
    sys.stdout.flush()
    # Conversations that hang are not waited for.
    sys.exit(0)


main()
